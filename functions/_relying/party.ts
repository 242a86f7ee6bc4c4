/** A portal that asks people to sign, as the providers know it. */
export interface RelyingParty {
  /** `sp_id` at the public authorities. */
  spId: string;
  /** `AP_ID` at SIM PKI. */
  apId: string;
  /** At both. */
  secret: string;
}
