import { newToken } from '../../credentials/token.ts'
import type { OperationContext } from '../operation.ts'

type SecretName = 'program-clients' | 'program-refresh'

const known = new WeakMap<OperationContext['store']['alerts'], Map<SecretName, Promise<string>>>()

/** A secret of this server, read once by this process. */
export function keptSecret({ alerts }: Pick<OperationContext['store'], 'alerts'>, name: SecretName): Promise<string> {
  const ofStore = known.get(alerts) ?? new Map<SecretName, Promise<string>>()
  known.set(alerts, ofStore)
  const found = ofStore.get(name)
  if (found) return found
  const secret = alerts.secret(name, newToken)
  ofStore.set(name, secret)
  secret.catch(() => ofStore.delete(name))
  return secret
}
