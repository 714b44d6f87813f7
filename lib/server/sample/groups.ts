import type { OrderType } from '@/lib/definitions'

/** What is typical of a group of the sample's customers. */
export type GroupShape = {
  /** Empty for customers without a type, as in a file to import. */
  customerType: string
  customers: number
  orders: number
  /** How much busier a year is than the year before it. */
  yearlyGrowth: number
  types: Readonly<Record<OrderType, number>>
  /** The size of a bill beside that of a private person. */
  billFactor: number
  vehicles: readonly [fewest: number, most: number]
  /** Orders in June beside other months, where a budget ends on the last of it. */
  juneFactor: number
}

/** Together 1,200 customers and 9,000 orders; companies grow, NGOs shrink. */
export const SAMPLE_GROUPS: readonly GroupShape[] = [
  {
    customerType: 'personal',
    customers: 690,
    orders: 3600,
    yearlyGrowth: 1.04,
    types: { service: 74, sales: 9, consultation: 17 },
    billFactor: 1,
    vehicles: [0, 2],
    juneFactor: 1,
  },
  {
    customerType: 'company',
    customers: 250,
    orders: 3000,
    yearlyGrowth: 1.42,
    types: { service: 70, sales: 19, consultation: 11 },
    billFactor: 1.3,
    vehicles: [1, 7],
    juneFactor: 1,
  },
  {
    customerType: 'government',
    customers: 60,
    orders: 1100,
    yearlyGrowth: 0.96,
    types: { service: 80, sales: 13, consultation: 7 },
    billFactor: 1.5,
    vehicles: [2, 8],
    juneFactor: 1.7,
  },
  {
    customerType: 'ngo',
    customers: 90,
    orders: 800,
    yearlyGrowth: 0.6,
    types: { service: 78, sales: 8, consultation: 14 },
    billFactor: 1.25,
    vehicles: [1, 4],
    juneFactor: 1,
  },
  {
    customerType: '',
    customers: 110,
    orders: 500,
    yearlyGrowth: 1,
    types: { service: 42, sales: 14, consultation: 44 },
    billFactor: 0.9,
    vehicles: [0, 1],
    juneFactor: 1,
  },
]

/** The first is the main branch, for which a file may leave the cell empty. */
export const SAMPLE_BRANCHES = ['main', 'arusha', 'mwanza'] as const
export type SampleBranch = (typeof SAMPLE_BRANCHES)[number]

/** What the file calls a branch; the main one stands under its code and is named after the import. */
export const SAMPLE_BRANCH_NAMES: Readonly<Record<SampleBranch, string>> = {
  main: 'Dar es Salaam',
  arusha: 'Arusha',
  mwanza: 'Mwanza',
}
