// Every page, in every state that looks different: what is looked at for accessibility.
const question = 'Kunt u aangeven hoeveel gemeenten meedoen aan de pilots over echtscheiding, ' +
	'en wanneer de Kamer de resultaten ontvangt?'

export const states = [
	['home', '/'],
	['resultaten', '/?q=huurgeschil'],
	['gefilterd', '/?q=rechtsbijstand&status=lopend&organisatie=Juridisch+Loket&loopt=2021-06'],
	['gewone-woorden', '/?q=lopende+pilots+scheiden+in+gemeente+Tilburg+na+2021'],
	['pagina-2', '/?q=rechtsbijstand&pagina=2'],
	['gesorteerd', '/?thema=scheiden&sorteer=begin'],
	['niets', '/?q=xyzzyq'],
	['niets-met-filter', '/?q=budget+schuldhulpmaatje&status=stopgezet'],
	['verbeterd', '/?q=alimentaite'],
	['bedoelde-u', '/?q=huur+alimentaite+gemeente'],
	['melding', '/?q=%28huur+%22geschil'],
	['vraag', `/?q=${encodeURIComponent(question)}`],
	['edities', '/?q=huur&editie=alle'],
	['themas', '/themas'],
	['thema', '/themas/multiproblematiek'],
	['pilot', '/pilots/beslisboom'],
	['pilot-gevonden', '/pilots/wijkrechtbank-eindhoven?q=huurgeschil'],
	['pilot-voetnoten', '/pilots/wijkrechtbank-eindhoven'],
	['pilot-oude-editie', '/pilots/huizen-van-het-recht-heerlen?editie=2021-12-01'],
	['tijdlijn', '/tijdlijn'],
	['tijdlijn-thema', '/tijdlijn?thema=scheiden'],
	['vergelijk-kiezen', '/vergelijk'],
	['vergelijk', '/vergelijk?pilot=beslisboom&pilot=mijn-zaak&pilot=gezinsadvocaat'],
	['kamervraag', '/kamervraag'],
	['kamervragen', `/kamervraag?tekst=${encodeURIComponent('1. ' + question + ' 2. Zo nee, waarom niet? 3. Hoeveel wolven zijn er in Gelderland?')}`],
	['hulp', '/hulp'],
	['fout', '/?q=huur&thema=onzin&pagina=0'],
	['niet-gevonden', '/nergens'],
]
