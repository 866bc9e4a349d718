import 'datafast-live-map/preact';

export const good = (
  <datafast-live-map
    proxyUrl="/live"
    min-count={3}
    fit="auto"
    borders
    class="wide"
    ondatafast-payment={(event) => void (event.detail.payment.amount satisfies number | null)}
    ondatafast-select={({ detail }) => void detail.visitors.map(({ location }) => location.city)}
  />
);
export const badge = <datafast-live-badge proxyUrl="/live" min-count={3} href="/" theme="dark" />;

// @ts-expect-error there is no such projection
export const badValue = <datafast-live-map projection="flat" />;
// @ts-expect-error there is no such option
export const badName = <datafast-live-map proxy="/live" />;
// @ts-expect-error a number is wanted
export const badAttribute = <datafast-live-map min-count="three" />;
// @ts-expect-error there is no such detail
export const badEvent = <datafast-live-map ondatafast-payment={({ detail }) => void detail.money} />;
// @ts-expect-error the badge has no map
export const badBadge = <datafast-live-badge projection="globe" />;
