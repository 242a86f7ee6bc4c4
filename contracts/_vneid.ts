/** What each scope of VNeID opens. `openid` alone is as little as VNeID shares in reality. */
export const scopes: Readonly<Record<string, readonly string[]>> = {
  openid: ['citizenPid', 'fullName', 'birthDate', 'gender', 'accountType', 'accountLevel'],
  profile: ['name', 'family_name', 'middle_name', 'given_name', 'gender', 'birthdate', 'locale'],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  address: ['address'],
  /** Of whoever legally represents one; nobody knows the real names of these claims. */
  organisation: ['organisation'],
  offline_access: [],
};
