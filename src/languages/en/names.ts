import type { NameWords, RoleWords } from '../name-words.ts'

/** How English calls people beside their names. */
export const englishRoles: RoleWords = {
  courtesyTitles: 'mr mrs ms mx miss dr sir dame lord lady baroness',
  titles: `
  mr mrs ms mx miss dr sir dame lord lady baroness professor prof president vice-president vice prime minister chancellor
  secretary senator sen representative rep congressman congresswoman governor gov mayor judge justice general gen admiral
  adm colonel col captain capt sergeant sgt lieutenant lt major king queen prince princess pope cardinal bishop archbishop
  imam rabbi sheikh ayatollah rev reverend detective inspector commissioner superintendent chief constable chairman
  chairwoman chair director ceo coach manager envoy ambassador spokesman spokeswoman spokesperson premier taoiseach first
  foreign defence defense home speaker pastor councillor cllr corporal mp administrator undersecretary attorney
  treasurer ds dci pc wpc det catcher pitcher supt del atty asst assemblyman assemblywoman assemblymember councilman
  councilwoman councilmember alderman alderwoman selectman sheriff deputy trooper maj brig cmdr cpl pfc pvt spc ens msgr hon amb insp
  ag a.g delegate leader whip officer marshal magistrate comptroller auditor ombudsman warden counsel coroner chaplain provost archdeacon
  vicar emir sultan undersheriff patrolman patrolwoman commodore airman cfo coo umpire referee fr mme petty solicitor commander`,
  titleModifiers: 'prime vice first foreign defence defense home petty',
  roles: `
  president minister premier chancellor leader secretary senator governor mayor chief director spokesman spokeswoman
  spokesperson official officials envoy ambassador general commander judge chairman chairwoman ceo executive founder owner
  manager coach captain king queen prince pope billionaire businessman mogul tycoon candidate nominee congressman
  congresswoman lawmaker lawmakers mp mps analyst analysts expert experts economist professor author lawyer attorney
  prosecutor prosecutors police witnesses resident residents neighbour neighbor mother father wife husband son daughter
  brother sister friend colleague aide aides adviser advisers advisor advisors strategist teacher doctor scientist scientists
  researchers researcher source sources critics campaign administration government ministry department agency company firm
  group organisation organization union party court report study poll survey statement newspaper magazine paper watchdog
  regulator bank man woman boy girl teenager actor actress singer star player host anchor reporter journalist columnist
  editor writer activist protester protesters voter voters republican democrat republicans democrats conservatives
  ukrainian russian american briton taoiseach`,
  bodies:
    /^(?:police|campaign|administration|government|ministry|department|agency|company|firm|group|organisation|organization|union|party|court|report|study|poll|survey|statement|newspaper|magazine|paper|watchdog|regulator|bank|host|star|owner|player|source|republicans|democrats|conservatives|\w+ists|\w+ers|\w+ors|officials|lawmakers|mps|analysts|experts|witnesses|residents|aides|critics|scientists)$/,
  occupations: `
  accountant architect artist astronaut astronomer athlete attendant baker banker barber barista bartender beekeeper biologist
  botanist brewer bricklayer builder butcher caretaker carpenter cashier champion chef chemist choirmaster cleaner clerk
  climber comedian commander composer conductor cook coroner councillor councilman councilwoman counsellor courier curator
  cyclist dancer dentist deputy designer detective diver docker doctor driver dramatist drummer economist electrician engineer
  entrepreneur epidemiologist farmer filmmaker firefighter fisherman footballer forester fundraiser gardener geologist geophysicist
  goalkeeper goalscorer grandfather grandmother guard guitarist hairdresser harbourmaster headmaster headmistress headteacher
  historian housekeeper hydrologist illustrator inspector investigator janitor jeweller jockey joiner keeper labourer landlady
  landlord lecturer librarian lifeguard lighthouse-keeper linguist lorry-driver magistrate master mathematician mechanic
  meteorologist midfielder midwife miner missionary musician novelist nurse nutritionist official officer organiser organizer
  painter paramedic pastor pathologist pensioner pharmacist photographer physician physicist pianist pilot playwright plumber
  poet policeman policewoman porter postman potter priest principal printer psychiatrist psychologist publican ranger receptionist
  referee retiree runner sailor salesman scholar sculptor seaman seismologist sheriff shepherd shopkeeper skier skipper sociologist
  soldier solicitor sprinter statistician steward storekeeper striker student surgeon surveyor swimmer tailor technician therapist
  trader trainee trainer translator treasurer undertaker veteran vet veterinarian vicar violinist virologist volunteer waiter
  waitress warden watchman welder widow widower winemaker zoologist virtuoso teenager grandson granddaughter nephew niece sergeant coxswain
  bosun head striker defender winger batsman bowler flanker fullback prop hooker forward quarterback pitcher catcher umpire
  opponent rival partner boyfriend girlfriend fiance fiancee uncle aunt cousin grandparent predecessor successor counterpart
  boss moderator diplomat constable councilor trustee bailiff ranger agent defender specialist canon dean private`,
  speaksForAnother:
    /^(?:campaign|spokesman|spokeswoman|spokesperson|team|administration|aide|aides|lawyer|lawyers|adviser|advisor|advisers|supporters|allies|envoy|office|attorney|wife|husband|son|daughter|mother|father|brother|sister|friend|critics|government|ministry|party|company|book|tweet|statement|comments|remarks|speech)$/,
  demonyms: {
    ukrainian: 'ukraine',
    russian: 'russia',
    american: 'us',
    french: 'france',
    german: 'germany',
    british: 'uk',
    israeli: 'israel',
    palestinian: 'palestine',
    chinese: 'china',
    turkish: 'turkey',
    iranian: 'iran',
    hungarian: 'hungary',
    polish: 'poland',
    indian: 'india',
    japanese: 'japan',
    brazilian: 'brazil',
    canadian: 'canada',
    mexican: 'mexico',
    italian: 'italy',
    spanish: 'spain',
    dutch: 'netherlands',
    irish: 'ireland',
    scottish: 'scotland',
    welsh: 'wales',
    egyptian: 'egypt',
    syrian: 'syria',
    lebanese: 'lebanon',
    korean: 'south korea',
    venezuelan: 'venezuela',
    argentine: 'argentina',
    australian: 'australia',
    belarusian: 'belarus',
    finnish: 'finland',
    swedish: 'sweden',
    norwegian: 'norway',
    danish: 'denmark',
    greek: 'greece',
    saudi: 'saudi arabia',
    pakistani: 'pakistan',
    afghan: 'afghanistan',
    iraqi: 'iraq',
    serbian: 'serbia',
    czech: 'czech republic',
    slovak: 'slovakia',
    romanian: 'romania',
    filipino: 'philippines',
    indonesian: 'indonesia',
    vietnamese: 'vietnam',
    taiwanese: 'taiwan',
    frenchman: 'france',
    frenchwoman: 'france',
    englishman: 'england',
    englishwoman: 'england',
    english: 'england',
    dutchman: 'netherlands',
    irishman: 'ireland',
    scot: 'scotland',
    scotsman: 'scotland',
    welshman: 'wales',
    briton: 'uk',
    spaniard: 'spain',
    pole: 'poland',
    dane: 'denmark',
    swede: 'sweden',
    finn: 'finland',
    turk: 'turkey',
    serb: 'serbia',
    portuguese: 'portugal',
    austrian: 'austria',
    swiss: 'switzerland',
    belgian: 'belgium',
    bulgarian: 'bulgaria',
    croatian: 'croatia',
    estonian: 'estonia',
    latvian: 'latvia',
    lithuanian: 'lithuania',
    moldovan: 'moldova',
    georgian: 'georgia',
    armenian: 'armenia',
    kenyan: 'kenya',
    nigerian: 'nigeria',
    ethiopian: 'ethiopia',
    sudanese: 'sudan',
    libyan: 'libya',
    tunisian: 'tunisia',
    algerian: 'algeria',
    moroccan: 'morocco',
    ghanaian: 'ghana',
    colombian: 'colombia',
    chilean: 'chile',
    peruvian: 'peru',
    cuban: 'cuba',
    panamanian: 'panama',
    thai: 'thailand',
    malaysian: 'malaysia',
    singaporean: 'singapore',
    bangladeshi: 'bangladesh',
    nepali: 'nepal',
    yemeni: 'yemen',
    qatari: 'qatar',
    jordanian: 'jordan',
    kuwaiti: 'kuwait',
    emirati: 'united arab emirates',
  },
}

export const englishNames: NameWords = { roles: englishRoles }
