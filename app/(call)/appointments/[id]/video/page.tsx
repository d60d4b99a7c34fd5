import { toCall } from '@/app/(call)/older-link';

export default async function OlderLink({ params }: { params: Promise<{ id: string }> }) {
  toCall((await params).id);
}
