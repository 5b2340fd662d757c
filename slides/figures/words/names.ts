/** The vectors know lower case only; on figures, names get their capitals back. */

const names = new Map(
  (
    'Google Schmidt Microsoft Ballmer Oracle Ellison Facebook Zuckerberg Amazon Bezos Yahoo Bartz GE Immelt JPMorgan ' +
    'Dimon Ford Mulally Nissan Ghosn Boeing McNerney Xerox Mulcahy Redmond Chicago Starbucks Seattle Kodak Rochester ' +
    'FedEx Memphis Caterpillar Peoria Siemens Munich Volkswagen Wolfsburg Porsche Stuttgart Novartis Basel Volvo ' +
    'Gothenburg Infosys Bangalore France Paris Germany Berlin Italy Rome Spain Madrid Portugal Lisbon Poland Warsaw ' +
    'Russia Moscow Japan Tokyo Greece Athens Turkey Ankara Egypt Cairo Norway Oslo Elizabeth George Edward French ' +
    'Brussels London Vienna Lyon Strasbourg Amsterdam'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

/** `berlin` → `Berlin`; other words as they are. */
export function shown(word: string): string {
  return names.get(word) ?? word;
}
