import { closeRoom } from '@/lib/calls/commands';

export const closeRoomTask = ({ appointmentId }: { appointmentId: string }) => closeRoom(appointmentId, new Date());
