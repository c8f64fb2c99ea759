import { MORE_FEMALE, MORE_MALE } from './more-first-names.ts'

/** `m`, `f`, or `x` for both. */
export type NameGender = 'm' | 'f' | 'x'

const MALE = `aaron abdul abdullah abdel abu adam adel adrian ahmad ahmed aidan akira alan albert aleksandr alejandro alessandro
alexander alexei alexey alfred ali alistair allan allen alok alvaro amir anders andre andrea andreas andrei andrej andres andrew andriy
andy angus anil anthony antonio antony anton antony arash archie aristide arjun armando arnaud arnold arthur arturo asif ashraf austin
avi aziz barack barry bashar bassem ben benedict benjamin bernard bernardo bernie bertrand bill billy bob bobby boris brad bradley brandon
brendan brent brett brian bruce bruno bryan byron callum calum carl carlo carlos cedric cesar chad charles charlie chester chris christian
christoph christophe christopher chuck claude clement clive colin conor corey craig curtis cyril cyrus daisuke damian damien dan daniel
danny darren dave david dean denis dennis derek desmond devin dick diego dieter dimitri dimitry dinesh dirk dmitri dmitry dmytro dominic
dominique don donald doug douglas duncan dustin dwight dylan ed eddie edgar edmund eduardo edward edwin ehud eli elias elliot elliott elon
emanuel emil emilio emmanuel enda enrique eric erik ernest ernesto esteban ethan eugene evan evgeny ezra fabian faisal farid felipe felix
ferdinand fernando fiachra filip florian francesco francis francisco francois franck frank frankie franklin fred freddie frederick
friedrich gabriel gareth gary gavin gene geoff geoffrey george georges gerald gerard gerhard giancarlo gilbert giles giorgio giovanni
giuseppe glen glenn gordon graham grant greg gregg gregory guido guillaume gunther gus guy hakan hakeem hamid hans harold haroun harris
harry harvey hassan hector heiko helmut hendrik henri henrik henry herbert herman herve hillel hiroshi howard hubert hugh hugo humza
hussein iain ian ibrahim igor ilham imran ioannis isaac ismail issa ivan jack jackson jacob jacques jaime jair jake jakob jamal james jamie
jan jared jason javier jay jean jeff jeffrey jens jeremy jerome jerry jesus jim jimmy joachim joao joe joel johan johannes john johnny jon
jonas jonathan jordan jorge jose josef joseph josh joshua juan julian julio jurgen justin kamal karim karl keir keith keiko kemal ken kenji kenneth
kevin khaled khalid kieran kofi konstantin kurt kyle kyriakos lamar larry lars laurence laurent lawrence lee len leo leon leonard leonid
leroy leslie lewis liam lindsey lionel lloyd lorenzo lou louis luc luca lucas luigi luis luka lukas luke mahmoud malcolm malik manuel
marc marcel marcelo marco marcos marcus mario marius mark markus marshall martin marty marvin massimo mateo mateusz mathias mathieu matt
matteo matthew matthias maurice mauricio mauro max maxim maxime mehdi mehmet michael michel miguel mike mikhail milan miles milos mitch
mitchell mitt moe mohamed mohammad mohammed mohammad moshe mostafa muhammad mustafa nabil naftali narendra nasser nathan nathaniel neal
ned neil nelson neville nicholas nick nicolas nicolae niels nigel nikita nikola nikolai nikolay nikolas nils noah noel norman olaf oleg oleksandr oleksii
oliver olivier omar orlando oscar osama otto owen pablo paddy pascal pat patrice patrick patrik paul paulo pavel pedro pete peter
petro phil philip philippe phillip pierre piers piotr prabowo qasem quentin rachid rafael rahul raj rajesh ralph ramon randy raphael rashid raul
ravi ray raymond recep reece reggie reginald reinhard reza ricardo riccardo rich richard rick ricky rishi rob robbie robert roberto robin
rodney rodrigo rodrigue roger roland roman romano ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rupert russ russell ryan
saad sadiq sajid salman salvador sam sami samir samuel sandeep sanjay santiago saul scott sean sebastian serge sergei sergey sergio
seth shane shaun shawn shigeru shinzo sidney silvio simon slobodan stanley stefan stefano stephane stephen sterling steve steven stewart stuart sundar
sunil sven syed taha takeshi tariq taro ted terence terrence terry tayyip thad theo theodore thierry thomas tim timothy toby todd tom tomas
tomasz tommy tony travis trevor tucker tyler umar usman uwe valdis valentin valery vance vasily victor viktor vikram vincent vince
vitaly vito vivek vladimir volker volodymyr wade wagner wallace walter warren wayne wes wesley wilfred will willem william willie wolfgang
xavier yair yahya yanis yannick yasser yehuda yitzhak yoav yosef yoshihide younes yousef youssef yuri yusuf yves zac zach zachary zayd zaid ziad zoran
zohran jd jb rj aj tj alex lex lech karol mariusz janusz wojciech radoslaw bogdan ciprian traian klaus andrzej jaroslaw mikael magnus
gustav jonas ulf stefan mette jens lars rasmus anders petteri sauli antti jarno mika kimi esko narges anwar joko xi li wei jinping
keqiang wang yi zhang xiaoping deng ma jack feng jiang hu kim moon yoon lee jong shigeru fumio yoshi isao naoto
ambrose basil bertram clifford cuthbert cecil dafydd declan dermot digby dougal 
emlyn finlay gethin gideon godfrey gwyn hamish horace humphrey huw idris ieuan jarvis jethro
jonty julius leopold lachlan lorcan milo montague mungo niall norris oisin orson osbert oswald owain percy quincy
rhodri rhys roderick rufus seamus silas tristan tudor umberto wilbur`

const FEMALE = `abigail ada adele adriana agnes aisha alexandra alexandria alice alicia alison allison alyssa amal amanda amber amelia
amina amy ana anastasia andrea angela angelina anika anita ann anna annabel annalena anne anneliese annette annie antonia aoife april
arancha arlene ashley asma astrid audrey ava avril ayesha aung bárbara barbara beatrice becky bella bernadette beth bethany betsy betty
beverley bianca birgit bonnie brenda bridget brigitte britney brooke caitlin camilla camille candace carla carly carmen carol carole carolina
caroline carolyn carrie catherine cathy cecilia celine charlene charlotte chelsea cherie cheryl chloe chris christiana christina
christine chrystia cindy claire clara clare claudia colette colleen condoleezza constance cora courtney cristina crystal cynthia daisy dana danielle
daphne dawn deb debbie deborah deirdre delia delphine denise diana diane dolores dominique donna dora doris dorothy ebony edith eileen
elaine eleanor elena elisa elisabeth elise elizabeth ella ellen ellie eloise elsa emily emma erica erika erin erna esther ethel eva eve
evelyn ewa faith fatima fatou federica felicity fiona flora florence fran frances francesca francine gabriela gabrielle gail gemma georgia
georgina geraldine gillian gina ginger giorgia gisele giulia glenda gloria golda grace greta gretchen gwen hadja hannah harriet hayley
heather heidi helen helena helene helle henrietta hilary hillary hind holly huma ilhan imelda imogen inga ingrid irene irina iris isabel isabella
isabelle ivana ivanka jacinda jackie jacqueline jade jan jana jane janet janice jasmine jean jeanette jeanine jelena jen jenna jennifer jenny jessica
jill jillian jo joan joann joanna joanne jocelyn jodie johanna josephine joy joyce juana judith judy julia juliana julianne julie
juliet juliette june kaja kamala kamila karen karin karine karoline kate katerina katharina katharine katherine kathleen kathryn kathy
katie katrina katy kay kayla keiko kellie kelly kellyanne kemi kerry kiara kim kimberly kirsten kirsty kristalina kristen kristi kristin
kristina krystal lara larisa laura lauren laurie leah leila lena leslie leyla lily linda lindsay lisa liz loretta lorraine louise lucia lucy
luisa lydia lynn lynne mackenzie madeleine madison maggie maia malala manuela mara marcela marcia margaret margarita margot margrethe maria
mariam mariana marianne marie marilyn marina marine marion marissa marjorie marlene marta martha martina mary maryam maureen maya meg
megan meghan mel melania melanie melinda melissa mercedes meredith mette mia michaela michele michelle michelle mila milena millie
mina mindy miriam moira molly mona monica monika monique muriel myra nadia nadine nancy naomi natalia natalie natasha nicola nicole
nicky nikki nina noor nora norma olena olga olha oksana olivia ophelia oprah paige pam pamela patricia patty paula pauline peggy penelope penny perdita
petra philippa phoebe phyllis pippa polly priscilla priti priya rachel rachida raisa ramona rania rasha rebecca regina rhonda rita roberta
robyn rosa rosalind rosamund rose rosemary rosie roxana ruth ruby sabina sabrina sadie sally samantha sana sandra sanna sara sarah selma serena
shabana shannon sharon sheila shelley shirley shireen sigrid silvia simone simonetta sinead siobhan sofia sonia sonya sophia sophie stacey stefania
stella stephanie sue suella summer susan susana susanna susie suzanne svetlana sviatlana sylvia sylvie tamara tammy tania tanya tara tatiana
teresa tess tessa thandi thelma theresa therese tiffany tina tracey tracy tulsi ulrike uma ursula valentina valerie vanessa vera veronica
victoria viktoria violet virginia vivian wanda wendy whitney winnie xiomara yasmin yevgenia yolanda yulia yuliya yvette yvonne zainab
zara zeinab zoe susie usha lindsey chrystal anya olivia rhiannon
freya agatha bronwyn cerys cordelia elsie enid esme eunice
gertrude gladys gwyneth hilda isla jemima lesley lottie lucinda mabel maud mavis mildred morag odette
ottilie rhoda rhian roisin rowena saoirse sian sybil tabitha tilda zelda`

function table(): ReadonlyMap<string, NameGender> {
  const names = new Map<string, NameGender>()
  for (const name of `${MALE} ${MORE_MALE}`.trim().split(/\s+/)) names.set(name, 'm')
  for (const name of `${FEMALE} ${MORE_FEMALE}`.trim().split(/\s+/)) names.set(name, names.has(name) ? 'x' : 'f')
  return names
}

let known: ReadonlyMap<string, NameGender> | undefined

/** The gender of a given name common among people in the news; undefined for other words. Diacritics don't matter. */
export function givenName(word: string): NameGender | undefined {
  const plain = plainWord(word)
  known ??= table()
  const own = known.get(plain)
  if (own) return own
  const hyphen = plain.indexOf('-') // Jean-Noël, Anne-Marie
  return hyphen > 1 ? known.get(plain.slice(0, hyphen)) : undefined
}

function plainWord(word: string): string {
  const lower = word.toLowerCase()
  return /^[a-z-]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}
