import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './globals.css';

/** Written into the page: browsers ask for an icon file again at every step in the address, and nothing is to be asked for. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0f6b64"/><path d="M16 6l8 10-8 10-8-10z" fill="#fff"/></svg>',
)}`;

export const metadata: Metadata = {
  title: 'OpenClaw Dataset Builder',
  description:
    'Turns OpenClaw sessions into clean training data. Everything happens in this page; nothing is uploaded.',
  icons: { icon: ICON },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1a1b1e' },
  ],
};

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body className="min-h-dvh bg-bg font-sans text-base text-ink antialiased">{children}</body>
    </html>
  );
}
