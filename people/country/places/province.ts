/**
 * A province since 2025-07-01, and wards in it as "code name < old ward, old district, old province". Weight: how
 * many live there, in hundred thousands, as round as an emulator needs it.
 */
export interface Province {
  province: string;
  weight: number;
  wards: readonly string[];
}
