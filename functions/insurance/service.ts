import contract from '../../contracts/insurance.ts';
import { defineService } from '../_kit/implement.ts';
import { agentCard, agentHealth, agentSearch, agentSocial } from './agent.ts';
import { check2024, history2025, olderCheck } from './check.ts';
import { match } from './match.ts';
import { agentToken, token } from './take.ts';
import { words } from './words.ts';

export default defineService(
  contract,
  {
    token,
    check2024,
    check2019: olderCheck,
    check2018: olderCheck,
    check595: olderCheck,
    history2025,
    agentToken,
    agentCard,
    agentSearch,
    agentHealth,
    agentSocial,
    match,
  },
  words,
);
