export const HELP = `Usage: datafast-live-map serve [options]
       datafast-live-map doctor <url> [options]

serve   starts the proxy that feeds <datafast-live-map> from DataFast without giving the key away
doctor  looks at a proxy from outside, as a browser would, and says why a map stays blank

Options of serve            Environment        Default
  --port <number>           PORT               8787
  --host <name>             HOST               127.0.0.1
  --base-path <path>        BASE_PATH          /
  --allowed-origin <url>    ALLOWED_ORIGINS    every origin
                            (the option may be repeated; the variable has commas;
                            https://*.example.com is any one subdomain)
  --refresh-seconds <n>     REFRESH_SECONDS    10
  --history-minutes <n>     HISTORY_MINUTES    30 (0: no history of the count)
  --delay-seconds <n>       DELAY_SECONDS      0 (everything is published later by so much)
  --privacy <preset>        PRIVACY            public
  --sample-data                                made-up visitors, no key needed

The key comes from the environment alone: DATAFAST_API_KEY (df_… or dft_…) and,
with a dft_ key, DATAFAST_WEBSITE_ID. An option wins over its variable.

Options of doctor
  --origin <url>            the page that has the map, which may be on another origin
  --header <name: value>    sent along, as the element's property headers does (may be repeated)
  --credentials             the element has credentials="include"

It ends with 0 if all is well, with 1 if something wants a cure. What is private in an answer is
not printed: the field is named, never what stands in it.

  --help, --version
`;
