export default function NotFound() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-[56ch] content-center gap-2 px-5">
      <h1 className="text-xl font-semibold">There is no such page</h1>
      <p className="text-mute">
        The builder is one page:{' '}
        <a className="text-accent underline" href="/">
          go to it
        </a>
        .
      </p>
    </main>
  );
}
