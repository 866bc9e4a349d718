export const HELP = `Usage: datafast-live-map serve [options]
       datafast-live-map doctor <url> [options]

serve   starts the proxy that feeds <datafast-live-map> from DataFast without exposing the key
doctor  checks a proxy, or that of a page with a map, the way a browser would, and
        reports why a map stays blank

Options of serve            Environment        Default
  --port <number>           PORT               8787
  --host <name>             HOST               127.0.0.1
  --base-path <path>        BASE_PATH          /
  --allowed-origin <url>    ALLOWED_ORIGINS    every origin
                            (repeat the option; separate the variable by commas;
                            https://*.example.com allows any direct subdomain)
  --refresh-seconds <n>     REFRESH_SECONDS    10
  --history-minutes <n>     HISTORY_MINUTES    30 (0: no history of the count)
  --delay-seconds <n>       DELAY_SECONDS      0 (everything is published later by so much)
  --privacy <preset>        PRIVACY            public
  --embed-ancestor <url>    EMBED_ANCESTORS    the allowed origins: whose pages may frame /embed
  --no-embed                EMBED=off          there is a page with the map at /embed
  --png                     PNG=on             no /map.png; needs npm install @resvg/resvg-js
  --sample-data                                simulated visitors, no key needed
  --open                                       opens the map in your browser

The key is read from the environment only: DATAFAST_API_KEY (df_… or dft_…) and,
with a dft_ key, DATAFAST_WEBSITE_ID. Options take precedence over variables.

Options of doctor
  --origin <url>            the page with the map, if it has another origin
  --header <name: value>    a header to send, like the element's property headers (repeatable)
  --credentials             the element has credentials="include"

Exit codes of doctor: 0 healthy, 1 problems found, 2 usage error. Private data in an answer is not
printed, only the names of its fields.

  --help, --version
`;
