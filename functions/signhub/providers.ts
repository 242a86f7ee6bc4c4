import type { AuthorityName } from '../../contracts/_sign/authorities.ts';
import type { ProviderCode } from '../../contracts/_signhub/settings.ts';

/** By code, as the wire names them. */
const providers: Readonly<Record<ProviderCode, { name: string; authority: AuthorityName }>> = {
  'HUD-VNPT-SMARTCA': { name: 'VNPT SmartCA', authority: 'vnpt-ca' },
  'HUD-VT-CA': { name: 'Viettel-CA', authority: 'viettel-ca' },
  'HUD-RARTEST': { name: 'RAR-TEST', authority: 'rar-test' },
};

const pack = (months: number) => ({
  servicePackCode: `VNEID-FREE-${months}M`,
  servicePackName: `Gói miễn phí ${months} tháng`,
  servicePackMonth: months,
  unitPrice: 0,
  free: true,
});

const servicePackList = [pack(6), pack(12)];

export const isProvider = (code: string): code is ProviderCode => Object.hasOwn(providers, code);

export const isPack = (code: string): boolean =>
  servicePackList.some(({ servicePackCode }) => servicePackCode === code);

export const authorityOfProvider = (code: ProviderCode): AuthorityName => providers[code].authority;

export const providersShown = () =>
  Object.entries(providers).map(([provider, { name }]) => ({
    providerName: name,
    provider,
    status: 1,
    servicePackList,
  }));
