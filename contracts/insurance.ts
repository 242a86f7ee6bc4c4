import * as z from 'zod';
import { defineContract } from './_contract.ts';
import { agentCard, agentHealth, agentSearch, agentSocial, agentToken } from './_insurance-agent.ts';
import { agentRefusal } from './_insurance-agent-parts.ts';
import { insuranceFaults } from './_insurance-faults.ts';
import { check595, check2018, check2019, check2024, history2025, token } from './_insurance-gateway.ts';
import { gatewayRefusal } from './_insurance-gateway-parts.ts';
import { match, matchRefusal } from './_insurance-match.ts';
import { insuranceParts } from './_insurance-parts.ts';

export default defineContract({
  name: 'insurance',
  title: { vi: 'Bảo hiểm xã hội, bảo hiểm y tế', en: 'Social and health insurance' },
  origins: [
    'https://egw.baohiemxahoi.gov.vn',
    'https://ssm.vnpost.vn',
    'https://ssm-api.vnpost.vn',
    'https://ssmv2.vnpost.vn',
  ],
  parts: insuranceParts,
  keeps: { session: 'hot' },
  faults: insuranceFaults,
  /** Of the gateway, of VNPost's lookups, of the match. */
  errorBody: z.lazy(() => z.union([gatewayRefusal, agentRefusal, matchRefusal])),
  operations: {
    token,
    check2024,
    check2019,
    check2018,
    check595,
    history2025,
    agentToken,
    agentCard,
    agentSearch,
    agentHealth,
    agentSocial,
    match,
  },
});
