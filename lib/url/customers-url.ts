import { type CustomersParams, customersParamsSchema } from '@/lib/customers/list'
import { type ListUrl, listHref, readListUrl } from './list-url'

export const CUSTOMERS_PATH = '/customers'

/** Reads any query of the list of customers: rubbish reads as the default and is named. Never throws. */
export function readCustomersUrl(searchParams: URLSearchParams): ListUrl<CustomersParams> {
  return readListUrl(customersParamsSchema, searchParams)
}

/** The list of customers under these choices; defaults leave no trace. */
export function customersHref(params: Partial<CustomersParams>): string {
  return listHref(CUSTOMERS_PATH, customersParamsSchema, params)
}

/** Everything that these choices match as a file. */
export function customersExportHref(params: CustomersParams): string {
  return listHref(`${CUSTOMERS_PATH}/export`, customersParamsSchema, { ...params, page: 1, columns: undefined })
}
