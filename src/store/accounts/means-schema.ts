/** Its id is the credential's own, in base64url; the public key is SPKI in base64url. */
export type PasskeyTable = {
  id: string
  reader_id: string
  public_key: string
  algorithm: string
  /** How often the authenticator says it was used; 0 for good where it does not count. */
  counter: number
  name: string
  created_at: string
  seen_at: string | null
}

export type CodeDeviceTable = {
  reader_id: string
  /** Base32. */
  secret: string
  /** The step of the last code that was taken: none before it counts again. */
  last_step: number
  created_at: string
}

export type OutsideIdentityTable = {
  issuer: string
  subject: string
  reader_id: string
  name: string
  created_at: string
  seen_at: string | null
}

export type SignInStepTable = {
  token_hash: string
  kind: string
  /** Whose step it is, where that is known already. */
  reader_id: string | null
  /** What was asked for, as JSON: for the server alone. */
  secret: string
  expires_at: string
}
