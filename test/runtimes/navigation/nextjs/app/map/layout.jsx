import Link from 'next/link';

export default function Layout({ children }) {
  return (
    <>
      <Link href="/about">About</Link>
      {children}
    </>
  );
}
