import Link from 'next/link';

export default function Page() {
  return (
    <main>
      <Link href="/map">Map</Link>
      <h1>About us</h1>
    </main>
  );
}
