import type { Metadata } from 'next';
import { LocalModelScreen } from '@/components/local-model/screen.tsx';

export const metadata: Metadata = { title: 'Play scenarios with a local model · OpenClaw Dataset Builder' };

export default function Page() {
  return <LocalModelScreen />;
}
