export { ChatPanel } from '@/components/call/conversation/chat-panel';
export { DeviceTrouble } from '@/components/call/stage/device-trouble';
export { SharedScreen } from '@/components/call/stage/shared-screen';
export { DetailsPanel } from './details-panel';
export { Extras } from './extras';
export { MorePanel } from './more-panel';
