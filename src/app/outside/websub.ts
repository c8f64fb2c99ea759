import { refusal } from '../../http/private-address.ts'
import type { WebsubSettings } from '../../pipeline/pipeline-context.ts'
import type { Config } from '../config/config.ts'

/**
 * How hubs reach this server; undefined when they can't: its URL is not configured, not encrypted or not public. When private addresses are allowed, so are callbacks there.
 */
export function websubOf(
  config: Pick<Config, 'TWOSOURCE_BASE_URL' | 'TWOSOURCE_ALLOW_PRIVATE'>,
): WebsubSettings | undefined {
  const { TWOSOURCE_BASE_URL: base, TWOSOURCE_ALLOW_PRIVATE: isPrivate } = config
  if (base === undefined) return undefined
  const url = new URL(base)
  if (!isPrivate && (url.protocol !== 'https:' || refusal(url) !== undefined)) return undefined
  return { base, isPlainAllowed: isPrivate }
}
