export { ChatPanel } from '@/components/call/conversation/chat-panel';
export { SharedScreen } from '@/components/call/stage/shared-screen';
export { DetailsPanel } from './details-panel';
export { MorePanel } from './more-panel';
