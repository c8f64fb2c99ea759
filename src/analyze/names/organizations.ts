/**
 * Bodies that the news quotes: governments by the house they sit in, international bodies, parties, companies. One
 * line is one body, its first name the name we show; the others are spellings of it. Editable: add a line.
 */
const BODIES = `
Downing Street|Number 10|No 10|No. 10
White House|The White House
Kremlin|The Kremlin
Pentagon|The Pentagon
Elysee|Élysée|Elysée Palace|Élysée Palace
Buckingham Palace
Kensington Palace
Vatican|The Vatican|Holy See
Westminster
Whitehall
Capitol Hill
US State Department|State Department
US Justice Department|Justice Department|Department of Justice|DOJ
US Treasury|Treasury Department
Home Office
Foreign Office
Ministry of Defence
Ministry of Justice
Treasury
House of Commons|Commons
House of Lords
US Congress|Congress
US Senate|Senate
House of Representatives
Supreme Court
Knesset
Bundestag
European Union|EU|E.U.
European Commission
European Council
European Parliament
European Central Bank|ECB
United Nations|UN|U.N.
UN Security Council|Security Council
Unicef|UNICEF
Unesco|UNESCO
UNHCR
UNRWA
World Health Organization|World Health Organisation|WHO
World Food Programme|WFP
World Trade Organization|WTO
World Bank
International Monetary Fund|IMF
International Criminal Court|ICC
International Court of Justice|ICJ
International Atomic Energy Agency|IAEA
Nato|NATO
Opec|OPEC
G7
G20
African Union
Arab League
Asean|ASEAN
Red Cross|International Committee of the Red Cross|ICRC
Amnesty International|Amnesty
Human Rights Watch
Médecins Sans Frontières|Doctors Without Borders|MSF
Oxfam
Save the Children
Greenpeace
World Wildlife Fund|WWF
Hamas
Hezbollah|Hizbollah
Islamic State|ISIS|Isis|IS group
Al-Qaeda|al-Qaeda|al-Qaida
Taliban
Houthis
Fatah
Palestinian Authority
Israel Defense Forces|IDF
Rapid Support Forces|RSF
Wagner Group
CIA
FBI
NSA
NSC
National Security Council
FEMA
NASA|Nasa
MI5
MI6
FSB
Mossad
Interpol
Europol
Metropolitan Police|Met Police|Scotland Yard
NHS
NHS England
Bank of England
Federal Reserve|Fed
Bank of Japan
Labour|Labour Party
Conservative Party|Tories|Conservatives
Liberal Democrats|Lib Dems
Reform UK
Green Party
Scottish National Party|SNP
Sinn Féin|Sinn Fein
DUP
Plaid Cymru
Democratic Party|Democrats
Republican Party|Republicans|GOP
Republican National Committee|RNC
Democratic National Committee|DNC
National Rally|Rassemblement National
Alternative for Germany|AfD
CDU
SPD
Likud
Fidesz
Apple
Google
Alphabet
Microsoft
Amazon
Meta
Tesla
SpaceX
OpenAI
Nvidia
Intel
Samsung
Huawei
TikTok
ByteDance
Netflix
Disney
Boeing
Airbus
Volkswagen
Toyota
BP
Shell
ExxonMobil|Exxon
Goldman Sachs
JPMorgan|JP Morgan|J.P. Morgan|JPMorgan Chase
Bear Stearns
Lehman Brothers|Lehman
Merrill Lynch
Wells Fargo
Charles Schwab
Fannie Mae
Freddie Mac
Ernst & Young
Arthur Andersen
Philip Morris
Louis Vuitton
Christian Dior
Hugo Boss
Tommy Hilfiger
John Lewis Partnership
Marks & Spencer
John Deere
Jack Daniel's
Tim Hortons
Rolls-Royce
Lockheed Martin
Booz Allen Hamilton
Ford|Ford Motor Company
Harley-Davidson
Dow Jones
J.C. Penney
Twitter
Standard & Poor's
Sotheby's
Christie's
Morgan Stanley
HSBC
Barclays
Lloyds
Tesco
Sainsbury's
Ryanair
British Airways
Uber
Pfizer
Moderna
AstraZeneca
Fifa|FIFA
Uefa|UEFA
IOC|International Olympic Committee
Premier League
RNLI
RSPCA
Planned Parenthood
American Civil Liberties Union|ACLU
National Rifle Association|NRA
Quinnipiac University
Pew Research Center
Gallup
YouGov
Ipsos`

/** Outlets and agencies, which print and broadcast what people say. Same form. */
const OUTLETS = `
BBC|BBC News|BBC Radio 4|Radio 4|BBC Breakfast|BBC One|Today programme|Newsnight
ITV News|ITV
Sky News|Sky
Channel 4 News|Channel 4
Channel 5
GB News
LBC
CNN
Fox News|Fox|Fox News Channel|Fox Business|Fox Business Network|Fox & Friends|Fox News Sunday|Hannity
NBC News|NBC|NBC's Meet the Press|Meet the Press
MSNBC
CNBC
ABC News|ABC|This Week|Good Morning America
CBS News|CBS|Face the Nation|60 Minutes
NPR
PBS|PBS NewsHour
C-SPAN
Newsmax
Breitbart|Breitbart News
Reuters
Associated Press|AP|The Associated Press
AFP|Agence France-Presse
PA|PA news agency|Press Association|PA Media
Bloomberg|Bloomberg News|Bloomberg TV
dpa
EFE
ANSA
Tass|TASS
Interfax
RIA Novosti|RIA
Xinhua
Kyodo
Yonhap
Anadolu|Anadolu Agency
Al Jazeera|Al-Jazeera
Al Arabiya
New York Times|The New York Times|NYT
Washington Post|The Washington Post
Wall Street Journal|The Wall Street Journal|WSJ
USA Today
Los Angeles Times
Politico
Axios
The Hill
The Atlantic
Time magazine
Newsweek
Vox
Vice News
BuzzFeed|BuzzFeed News
Huffington Post|HuffPost|The Huffington Post
Daily Beast|The Daily Beast
Guardian|The Guardian
The Times|Sunday Times|The Sunday Times
Telegraph|Daily Telegraph|The Telegraph|The Daily Telegraph|Sunday Telegraph
The Independent|Independent
Financial Times|The Financial Times|FT
The Economist|Economist
Daily Mail|Mail on Sunday|MailOnline
The Sun
Daily Mirror|The Mirror
Evening Standard
Le Monde
Le Figaro
Libération
France 24
France Info|Franceinfo
BFMTV|BFM
TF1
RTL
Der Spiegel|Spiegel
Die Zeit
Bild
Frankfurter Allgemeine|FAZ
Süddeutsche Zeitung
Deutsche Welle|DW
ZDF
ARD
El País
El Mundo
Corriere della Sera
La Repubblica
Haaretz
Times of Israel
Jerusalem Post
Kyiv Independent
Ukrainska Pravda
Suspilne
Meduza
Novaya Gazeta
South China Morning Post
Global Times
Asahi Shimbun
Nikkei
Straits Times
Times of India
The Hindu
Dawn
Globe and Mail
CBC
Sydney Morning Herald
The Australian
RTE|RTÉ
Irish Times
Wikinews`

const BY_NAME = new Map<string, string>()
const OUTLET_NAMES = new Map<string, string>()
for (const [list, target] of [
  [BODIES, undefined],
  [OUTLETS, OUTLET_NAMES],
] as const) {
  for (const line of list.trim().split('\n')) {
    const names = line.split('|')
    for (const name of names) {
      BY_NAME.set(name, names[0] ?? '')
      target?.set(name, names[0] ?? '')
    }
  }
}

/** The body that a name means, by the name we show; none when the list lacks it. */
export function organizationNamed(name: string): string | undefined {
  return BY_NAME.get(name)
}

/** The outlet or agency that a name means, `the` before it or not. */
export function outletNamed(name: string): string | undefined {
  return OUTLET_NAMES.get(name) ?? OUTLET_NAMES.get(name.replace(/^the /i, ''))
}

/** Last words of names of bodies: `Department of …` is read by its first. */
export const ORGANIZATION_WORD =
  /^(?:House|Party|News|Committee|Senate|University|College|School|Department|Court|Institute|Times|Post|Association|Union|Council|Commission|Agency|Group|Inc|Corp|Ltd|PLC|LLC|Ministry|Office|Bank|Foundation|Trust|Center|Centre|Police|Authority|Service|Services|Federation|League|Club|Company|Airlines|Airways|Army|Navy|Force|Forces|Church|Hospital|Society|Board|Bureau|Network|Alliance|Front|Congress|Parliament|Assembly|Organization|Organisation|Fund|Campaign|Administration|Magazine|Journal|Herald|Tribune|Radio|Television|TV|Records|Studios|Coalition|Project|Museum|Academy|Laboratory|Exchange|Tribunal|Brigade|Guard|Corps|Cabinet|Government)$/
