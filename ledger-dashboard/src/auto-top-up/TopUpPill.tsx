import type { AutoTopUp } from '../api/types';
import { say } from '../messages/english';
import { Pill } from '../ui/Pill';

const states = {
  off: { tone: 'neutral', word: say.topUp.off },
  on: { tone: 'good', word: say.topUp.on },
  paused: { tone: 'warn', word: say.topUp.paused },
} as const;

export const TopUpPill = ({ state }: { readonly state: AutoTopUp['state'] }) => (
  <Pill tone={states[state].tone}>{states[state].word}</Pill>
);
