'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

const never = () => () => {};

export function RenderedLiveMap({ html }) {
  const isFromServer = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  // After a client-side navigation no parser reads the template: the map loads in the browser.
  // A refresh of the page renders it again; the element that is there goes on.
  const [first] = useState(isFromServer ? html : html.replace(/<template[^]*<\/template>/, ''));
  useEffect(() => void import('datafast-live-map'), []);
  return <div dangerouslySetInnerHTML={{ __html: first }} suppressHydrationWarning />;
}
