import type { LayerName } from '../core/layers.ts'

/**
 * The version of the analyzer that makes each layer, to be raised with every change of what it finds: kept articles are then read again.
 * They stand here so that who only compares them loads no analyzer.
 */
export const layerVersions = {
  sentences: 5,
  mentions: 16,
  times: 8,
  quotes: 18,
  figures: 3,
  commitments: 4,
  signals: 2,
  amendments: 3,
  topics: 1,
} as const satisfies Partial<Record<LayerName, number>>
