'use client';

import { useEffect, useState } from 'react';

export function RenderedLiveMap({ html }) {
  // A refresh of the page renders it again; the element that is there goes on.
  const [first] = useState(html);
  useEffect(() => void import('datafast-live-map'), []);
  return <div dangerouslySetInnerHTML={{ __html: first }} suppressHydrationWarning />;
}
