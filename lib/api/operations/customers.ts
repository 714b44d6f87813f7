import type { Operation } from '@/lib/api/operation'
import {
  duplicateQuestionSchema,
  duplicatesSchema,
  FOUND_LIMIT,
  findingParamsSchema,
  foundCustomersSchema,
} from '@/lib/customers/finding'
import { registeredSchema, registrationSchema } from '@/lib/customers/registration'

export const CUSTOMERS = [
  {
    id: 'registerCustomer',
    method: 'POST',
    path: '/api/customers',
    subject: 'Customers',
    summary: 'Register a customer, with a vehicle and at most one order',
    notes:
      'All of it is recorded or nothing is. A phone is read for the country of the business; group and branch are named by their keys. An order with with_vehicle is for the vehicle that is sent with it.',
    permission: 'enter',
    body: { name: 'Registration', schema: registrationSchema },
    isKeyed: true,
    answer: { kind: 'json', status: 201, name: 'Registered', schema: registeredSchema },
    failures: ['branch_not_allowed'],
    example: {
      body: {
        full_name: 'Example Customer',
        phone: '+255 700 000 001',
        group: 'personal',
        branch: 'main',
        vehicle: { plate: 'T 100 AAA', make: 'Toyota', model: 'Hilux', year: 2019 },
        order: {
          type: 'service',
          branch: 'main',
          amount: '120000',
          with_vehicle: true,
          details: { type: 'service', odometer_km: 84000 },
        },
      },
    },
  },
  {
    id: 'findCustomers',
    method: 'GET',
    path: '/api/found-customers',
    subject: 'Customers',
    summary: `Find at most ${FOUND_LIMIT} customers by name, phone, plate, e-mail or code`,
    notes: 'The best match first. Fewer than two characters find nobody.',
    permission: 'enter',
    query: findingParamsSchema,
    parameterWords: { q: 'What is known: a part of the name, phone, plate, e-mail or code.' },
    answer: { kind: 'json', status: 200, name: 'FoundCustomers', schema: foundCustomersSchema },
    failures: [],
    example: { query: 'q=T+100' },
  },
  {
    id: 'findDuplicates',
    method: 'POST',
    path: '/api/duplicates',
    subject: 'Customers',
    summary: 'Who may be the same as somebody about to be registered',
    notes:
      'It changes nothing; it is a POST so that names and phones stay out of logs. With elsewhere, there are some at branches that the key may not see.',
    permission: 'enter',
    body: { name: 'DuplicateQuestion', schema: duplicateQuestionSchema },
    answer: { kind: 'json', status: 200, name: 'Duplicates', schema: duplicatesSchema },
    failures: [],
    example: { body: { full_name: 'Example Customer', phone: '+255 700 000 001' } },
  },
] as const satisfies readonly Operation[]
