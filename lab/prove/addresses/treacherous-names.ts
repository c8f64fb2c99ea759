/** Names that resolve to private addresses without saying so; all others are public in a stand-in resolver. */
export const treacherous: ReadonlyMap<string, readonly string[]> = new Map([
  ['localtest.me', ['127.0.0.1', '::1']],
  ['127.0.0.1.nip.io', ['127.0.0.1']],
  ['10.0.0.1.sslip.io', ['10.0.0.1']],
  ['mixed.example.com', ['169.254.169.254', 'fd00::1']],
])
