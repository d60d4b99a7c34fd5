import { sweepRooms } from '@/lib/calls/commands';

export const sweepRoomsTask = () => sweepRooms(new Date());
