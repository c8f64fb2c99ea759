const POLITICS = '11000000'
const CRIME = '02000000'
const HEALTH = '07000000'
const ECONOMY = '04000000'
const CONFLICT = '16000000'
const SOCIETY = '14000000'
const ARTS = '01000000'
const SCIENCE = '13000000'
const LABOUR = '09000000'

/** IPTC codes that are right for an article under one of these editors' tags. Tags that name a place or a person tell nothing and are left out. */
export const acceptedTopics: Readonly<Record<string, readonly string[]>> = {
  politics: [POLITICS],
  elections: [POLITICS],
  white_house: [POLITICS],
  us_senate: [POLITICS],
  us_house: [POLITICS],
  us_congress: [POLITICS],
  voting_rights_and_voter_fraud: [POLITICS],
  federal_budget: [POLITICS, ECONOMY],
  impeachment: [POLITICS],
  foreign_policy: [POLITICS, CONFLICT],
  coronavirus: [HEALTH],
  covid_19_misinformation: [HEALTH, ARTS],
  healthcare: [HEALTH],
  public_health: [HEALTH],
  immigration: [SOCIETY],
  supreme_court: [CRIME],
  criminal_justice: [CRIME],
  justice: [CRIME],
  fbi: [CRIME, POLITICS],
  violence_in_america: [CRIME, CONFLICT],
  sexual_misconduct: [CRIME],
  us_military: [CONFLICT, POLITICS],
  national_defense: [CONFLICT, POLITICS],
  middle_east: [CONFLICT, POLITICS],
  north_korea: [CONFLICT, POLITICS],
  terrorism: [CONFLICT],
  race_and_racism: [SOCIETY, CRIME, CONFLICT],
  lgbt_rights: [SOCIETY, POLITICS],
  trade: [ECONOMY, POLITICS],
  banking_and_finance: [ECONOMY],
  economy_and_jobs: [ECONOMY, LABOUR],
  economic_policy: [ECONOMY, POLITICS, LABOUR],
  business: [ECONOMY],
  technology: [SCIENCE, ECONOMY],
  media_bias: [ARTS],
  media_industry: [ARTS, ECONOMY],
  disaster: ['03000000', '17000000'],
  environment: ['06000000', '03000000', POLITICS],
  climate_change: ['06000000', POLITICS],
  education: ['05000000'],
  sports: ['15000000'],
  labor: [LABOUR],
  religion_and_faith: ['12000000'],
  science: [SCIENCE, HEALTH],
  housing_and_homelessness: [SOCIETY, ECONOMY, POLITICS],
}
