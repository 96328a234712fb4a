import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { SelfTest } from '@/components/redact/self-test.tsx';

export const metadata: Metadata = { title: 'What is checked, and what is not · OpenClaw Dataset Builder' };

export default function About() {
  return (
    <main className="mx-auto grid max-w-[72ch] gap-7 px-5 py-10">
      <header>
        <p className="mb-3">
          <a className="text-accent underline" href="/">
            Back to the builder
          </a>
        </p>
        <h1 className="text-xl font-semibold">What is checked, and what is not</h1>
        <p className="mt-1 text-mute">
          The OpenClaw Dataset Builder turns sessions into training data inside this page. Here is how far its word
          goes.
        </p>
      </header>
      <Part title="Where your files go">
        <Item>
          Files are read by this page and its worker, and kept in memory or in the browser’s own private storage.
        </Item>
        <Item>
          The server sends a policy with every file of the program: no request to anywhere is allowed. The badge in the
          builder shows the policy as your browser reports it.
        </Item>
        <Item>
          One other page, <b>/local-model</b>, may reach programs on this machine and nobody else, so that a model of
          yours can play made-up scenarios. It never sees your files, and a key that you type there stays in memory.
        </Item>
        <Item>
          No policy can stop a page from sending itself to another address, and WebRTC is outside it. The program does
          neither; a test reads the finished code for both.
        </Item>
        <Item>
          Some hosts serve files without that policy. Then the program still makes no request, but the browser does not
          enforce it. The badge says which case you are in.
        </Item>
        <Item>
          What stays in the browser after you close the tab: your choices, review decisions and undo history, your own
          words among them, and the names of what you dropped. Never the text of an episode.
        </Item>
      </Part>
      <Part title="Redaction">
        <Item>
          Keys, tokens, passwords, mail addresses, phone numbers, cards, addresses of machines and home folders are
          looked for by format, by neighbouring words and by checksums. It is best effort.
        </Item>
        <Item>
          <b>Not found for sure:</b> people’s names, nicknames, places, company names, secrets in words, anything in
          images, and secrets in a format nobody has described. Possible names are listed in Redact for you to decide;
          those left undecided are counted in the manifest. Add your own words, and read some episodes.
        </Item>
        <Item>
          A decision about a finding is kept as a salted hash of the value. Your own words, patterns and the names that
          you chose to replace are kept as you wrote them, in this browser only.
        </Item>
        <Item>
          A value found once is replaced everywhere in the dataset, also where it stands without its tell-tale words.
        </Item>
        <Item>
          The finished files are scanned again, as written. A build that still holds a finding cannot be downloaded
          until you fix it or accept it; if you accept, the manifest says so.
        </Item>
        <Item>A scan that finds nothing means that nothing known was found, not that nothing is there.</Item>
      </Part>
      <section>
        <h2 className="mb-2 text-lg font-semibold">Self-test of the redaction</h2>
        <SelfTest />
      </section>
      <Part title="Episodes">
        <Item>
          Every row you drop ends in a file or in a list with a reason. The numbers on screen, in the manifest and in
          the dataset card are the same, and they add up.
        </Item>
        <Item>
          Damage that OpenClaw left (cut prompts, masked values, broken JSON) is named; it is repaired only from a copy
          in your own drop.
        </Item>
        <Item>
          <b>Not checked:</b> whether an answer in a session is right. A session that ended well may still teach
          something wrong.
        </Item>
        <Item>
          Generated episodes carry checks that ran against their own simulated workspace. They are still made up, and
          are marked as such in every row.
        </Item>
        <Item>
          Episodes that a local model played passed the same checks. A seed gives its scenarios again, not its answers.
          That a reworded request still asks for the same is checked by its facts and by the outcome only.
        </Item>
      </Part>
      <Part title="Train and validation">
        <Item>
          Sessions, their forks, and near-duplicates stay on one side. The highest remaining similarity is printed.
        </Item>
        <Item>
          Similarity is an estimate over runs of five words. Two rows that say the same in other words count as
          different.
        </Item>
        <Item>Token counts are characters divided by four. Your tokenizer will count differently.</Item>
      </Part>
    </main>
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <h2 className="mb-2 text-lg font-semibold">{title}</h2>
    <ul className="grid list-disc gap-1.5 pl-5 leading-5">{children}</ul>
  </section>
);

const Item = ({ children }: { readonly children: ReactNode }) => <li>{children}</li>;
