import { type StarterPack, starterPacks } from '../../src/feeds/starter-packs.ts'

// Loaded before the product (`--import`): its starter packs lead to the feeds named here, on loopback, and to no others.
const feeds = JSON.parse(process.env.TWOSOURCE_TEST_PACK_FEEDS ?? '[]') as StarterPack['feeds']
const packs = starterPacks as StarterPack[]
packs.splice(0, packs.length, { id: 'corran', name: 'Corran', language: 'en', section: 'world', feeds })
