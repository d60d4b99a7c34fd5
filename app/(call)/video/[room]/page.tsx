import { toCallOfRoom } from '@/app/(call)/older-link';

export default async function OlderLink({ params }: { params: Promise<{ room: string }> }) {
  toCallOfRoom((await params).room);
}
