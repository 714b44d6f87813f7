import type { Random } from '@/lib/seeded-random'

const GIVEN_NAMES =
  `Amina Asha Baraka Bahati Daudi Elia Emanuel Farida Fatuma Furaha Gabriel Grace Halima Hamisi Happy Hawa Hamza Imani
  Ismail Jamila Janeth Joyce Juma Kelvin Khadija Leah Lilian Lucas Mariam Mwajuma Mohamed Musa Mwanaidi Nasra Neema
  Nuru Omary Paulo Pendo Rajabu Rashid Rehema Restituta Saida Salma Salum Sauda Selemani Stella Subira Tatu Tumaini
  Upendo Yohana Yusuf Zainabu Zawadi Zuhura`.split(/\s+/)

const FAMILY_NAMES =
  `Bakari Bulugu Chacha Chande Chuwa Fundi Haule Jongo Kabwe Kahwa Kapinga Kessy Kibona Kileo Kimaro Kimambo Komba Kweka
  Laizer Lema Lyimo Macha Magesa Makundi Malya Manyama Marwa Masanja Massawe Matata Mbwambo Mchome Mfinanga Mgaya Minja
  Mkude Mlay Mollel Mosha Moshi Mrema Mrosso Msuya Mtui Munisi Mushi Mwakalinga Mwambene Mwasha Ndosi Ngonyani Ngowi
  Nnko Nyanda Nyoni Olotu Pallangyo Sanga Sarakikya Shayo Shirima Swai Tarimo Temba Temu Tesha Ulomi Urassa Wambura
  Zacharia`.split(/\s+/)

const ANIMALS =
  'Chui Duma Faru Kanga Kiboko Korongo Kunguru Ndovu Ngiri Nyati Nyumbu Paa Pundamilia Simba Swala Twiga'.split(' ')
const NUMBERS = 'Mbili Tatu Nne Tano Sita Saba Nane Tisa Kumi'.split(' ')
const TRADES = [
  'Haulage Ltd',
  'Safaris Ltd',
  'Traders',
  'Builders Ltd',
  'Bus Service',
  'Coffee Estates',
  'Fisheries Ltd',
  'Hardware',
  'Foods Ltd',
  'Couriers',
  'Solar Ltd',
  'Farm Supplies',
]

/** Places that are on no map. */
const PLACES =
  `Bondekuu Jiwerefu Kilimatatu Kisimabaridi Mbuyumkuu Mchangamweusi Mlimapili Mtokasi Mwambasaba Njiapanda-Juu
  Nyikandefu Pwanimpya Ziwadogo`.split(/\s+/)
const OFFICES = [
  '* District Council',
  '* Town Council',
  '* Municipal Council',
  '* Water Authority',
  '* Roads Office',
  'Ministry of Lamps and Ferries, * Office',
  '* Teachers College',
  '* Referral Hospital',
]
const CAUSES = 'Elimu Maji Miti Afya Nuru Lishe Vijana Usafi Ushirika'.split(' ')
const BODIES = ['Trust', 'Foundation', 'Initiative', 'Relief', 'Network']

/** A person's name; drawn, so that no one in particular is meant. */
export function personName(random: Random): string {
  return `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`
}

/** How an organisation of a customer type is named; a type without an entry has none. All are invented. */
const ORGANIZATIONS: Readonly<Record<string, (random: Random) => string>> = {
  company: (random) => `${random.pick(ANIMALS)} ${random.pick(NUMBERS)} ${random.pick(TRADES)}`,
  government: (random) => random.pick(OFFICES).replace('*', random.pick(PLACES)),
  ngo: (random) => `${random.pick(CAUSES)} ${random.pick(PLACES)} ${random.pick(BODIES)}`,
}

/** Draws a name of an organisation, or undefined where the customers of a type are no organisations. */
export function organizationName(random: Random, customerType: string): string | undefined {
  return ORGANIZATIONS[customerType]?.(random)
}

/** Latin letters and digits of a name, joined by `mark`: what an e-mail address is made from. */
export function slug(name: string, mark: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, mark)
    .replace(/^[-.]|[-.]$/g, '')
}
