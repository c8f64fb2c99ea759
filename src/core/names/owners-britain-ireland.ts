import type { OutletOwner } from './outlet-families.ts'

/** Owners of titles in Britain and Ireland. See `outlet-families.ts`. */
export const britainAndIreland: readonly OutletOwner[] = [
  {
    owner: 'Reach',
    asOf: '2025-06',
    see: 'reachplc.com',
    hosts: `
      mirror.co.uk express.co.uk dailystar.co.uk dailyrecord.co.uk manchestereveningnews.co.uk liverpoolecho.co.uk
      birminghammail.co.uk walesonline.co.uk chroniclelive.co.uk bristolpost.co.uk nottinghampost.com
      leicestermercury.co.uk derbytelegraph.co.uk stokesentinel.co.uk hulldailymail.co.uk plymouthherald.co.uk
      cornwalllive.com devonlive.com kentlive.news essexlive.news gloucestershirelive.co.uk somersetlive.co.uk
      grimsbytelegraph.co.uk lincolnshirelive.co.uk coventrytelegraph.net gazettelive.co.uk examinerlive.co.uk
      leeds-live.co.uk mylondon.news belfastlive.co.uk dublinlive.ie irishmirror.ie glasgowlive.co.uk
      edinburghlive.co.uk lancs.live cheshire-live.co.uk cambridge-news.co.uk dailypost.co.uk themirror.com
      the-express.com irishstar.com football.london business-live.co.uk ok.co.uk`,
  },
  {
    owner: 'DMGT',
    asOf: '2025-06',
    see: 'dmgt.com',
    hosts: `
      dailymail.co.uk dailymail.com mailonsunday.co.uk metro.co.uk inews.co.uk theipaper.com thisismoney.co.uk
      newscientist.com`,
  },
  {
    owner: 'National World',
    asOf: '2025-06',
    see: 'nationalworld.com',
    hosts: `
      nationalworld.com scotsman.com yorkshirepost.co.uk yorkshireeveningpost.co.uk newsletter.co.uk lep.co.uk
      thestar.co.uk portsmouth.co.uk sunderlandecho.com shieldsgazette.com hartlepoolmail.co.uk
      blackpoolgazette.co.uk northamptonchron.co.uk sussexexpress.co.uk halifaxcourier.co.uk derryjournal.com
      lancasterguardian.co.uk peterboroughtoday.co.uk wigantoday.net doncasterfreepress.co.uk
      derbyshiretimes.co.uk manchesterworld.uk birminghamworld.uk londonworld.com newcastleworld.com`,
  },
  {
    owner: 'BBC',
    asOf: '2025-06',
    see: 'bbc.co.uk',
    hosts: `bbc.co.uk bbc.com bbci.co.uk`,
  },
  {
    owner: 'Guardian Media Group',
    asOf: '2025-06',
    see: 'theguardian.com',
    hosts: `theguardian.com guardian.co.uk`,
  },
  {
    owner: 'Lebedev',
    asOf: '2025-06',
    see: 'independent.co.uk',
    hosts: `independent.co.uk the-independent.com indy100.com standard.co.uk`,
  },
  {
    owner: 'The Irish Times Group',
    asOf: '2025-06',
    see: 'irishtimes.com',
    hosts: `irishtimes.com irishexaminer.com echolive.ie`,
  },
]
