/** The id is the credential's own, in base64url; the public key is SPKI in base64url. */
export type PasskeyTable = {
  id: string
  reader_id: string
  public_key: string
  algorithm: string
  /** The authenticator's own use counter; always 0 if it doesn't count. */
  counter: number
  name: string
  created_at: string
  seen_at: string | null
}

export type CodeDeviceTable = {
  reader_id: string
  /** Base32. */
  secret: string
  /** The time step of the last accepted code: earlier ones no longer count. */
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
  /** Whose step it is, if known. */
  reader_id: string | null
  /** The request as JSON, for the server only. */
  secret: string
  expires_at: string
}
