import { type OrdersParams, ordersParamsSchema } from '@/lib/orders/list'
import { type ListUrl, listHref, readListUrl } from './list-url'

export const ORDERS_PATH = '/orders'

/** Reads any query of the list of orders: rubbish reads as the default and is named. Never throws. */
export function readOrdersUrl(searchParams: URLSearchParams): ListUrl<OrdersParams> {
  return readListUrl(ordersParamsSchema, searchParams)
}

/** The list of orders under these choices; defaults leave no trace. */
export function ordersHref(params: Partial<OrdersParams>): string {
  return listHref(ORDERS_PATH, ordersParamsSchema, params)
}

/** Everything that these choices match as a file. */
export function ordersExportHref(params: OrdersParams): string {
  return listHref(`${ORDERS_PATH}/export`, ordersParamsSchema, { ...params, page: 1, columns: undefined })
}
