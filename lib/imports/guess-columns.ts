import { normaliseWord } from './columns'
import { columnsOf, FILE_COLUMNS, type FileKind, namesOf } from './mapping'

type Synonyms = Readonly<Record<string, readonly string[]>>

const ORDER_NUMBER =
  'order_number order_no order_nr order_id orderid order invoice_number invoice_no invoice_id invoice job_number job_no job_id ticket_number ticket_no receipt_no document_no transaction_id auftragsnummer auftrags_nr auftragsnr bestellnummer bestellnr rechnungsnummer rechnungs_nr belegnummer numero_de_commande numero_commande n_commande numero_facture'
/** Words for the number of an order, which no file of customers has. */
const ORDER_WORDS: ReadonlySet<string> = new Set(ORDER_NUMBER.split(' '))

const CUSTOMER_NUMBER =
  'customer_number customer_no customer_nr customer_id customerid customer_code customer client_number client_no client_id client_code client account_number account_no account_id kundennummer kunden_nr kundennr kunde kunden_id numero_client numero_de_client n_client code_client'

/** What other programs call the columns, the surest words first. */
const SYNONYMS: Record<FileKind, Synonyms> = {
  customers: {
    external_id: words(`${CUSTOMER_NUMBER} id code number no nr`),
    full_name: words(
      'name customer_name client_name full_name contact_name contact kundenname vollname ansprechpartner nom nom_complet nom_du_client',
    ),
    customer_type: words(
      'type group customer_group category segment customer_category client_type kundengruppe kundentyp kategorie gruppe type_de_client groupe categorie',
    ),
    organization_name: words(
      'organization organisation company company_name business business_name firm employer firma firmenname unternehmen societe entreprise raison_sociale',
    ),
    phone: words(
      'phone_number telephone tel mobile mobile_number cell cell_phone telefon telefonnummer handy mobil telephone_portable portable',
    ),
    email: words('e_mail email_address e_mail_address mail e_mail_adresse emailadresse courriel adresse_email'),
    registered_at: words(
      'registered registration_date registered_on created created_at created_on date_created customer_since member_since since signup_date joined kunde_seit angelegt_am registriert_am erstellt_am date_d_inscription inscrit_le date_creation client_depuis',
    ),
    branch: words(
      'location site store shop office workshop outlet filiale standort niederlassung zweigstelle agence succursale magasin',
    ),
  },
  orders: {
    external_id: words(`${ORDER_NUMBER} id number no nr`),
    customer_external_id: words(CUSTOMER_NUMBER),
    type: words('order_type kind category service_type art auftragsart typ type_de_commande'),
    status: words('order_status state stage auftragsstatus zustand statut etat'),
    amount: words(
      'total total_amount order_total grand_total line_total line_amount amount_total value price sum net_total gross_total revenue betrag gesamtbetrag summe gesamt preis umsatz montant montant_total prix total_ttc',
    ),
    created_at: words(
      'date order_date ordered_at ordered_on order_time created created_on date_created invoice_date business_date transaction_date datum auftragsdatum bestelldatum rechnungsdatum date_de_commande date_commande date_facture',
    ),
    currency: words('currency_code curr iso_currency waehrung wahrung devise monnaie'),
    source: words('channel origin order_source quelle herkunft kanal canal'),
    branch: words(
      'location site store shop office workshop outlet filiale standort niederlassung zweigstelle agence succursale magasin',
    ),
  },
}

/** The header of a file for each column that is recognised: by its own name or that of the exports, else by a usual word. */
export function guessColumns(headers: readonly string[], kind: FileKind): Record<string, string> {
  const plain = headers.map(plainWord)
  const taken = new Set<number>()
  const found: Record<string, string> = {}
  const take = (column: string, names: readonly string[]) => {
    for (const name of names) {
      const at = plain.indexOf(name)
      if (at < 0 || taken.has(at) || plain.lastIndexOf(name) !== at) continue
      taken.add(at)
      found[column] = headers[at]?.trim() ?? ''
      return
    }
  }
  for (const column of columnsOf(kind)) take(column, namesOf(kind, column))
  for (const column of columnsOf(kind)) if (!(column in found)) take(column, SYNONYMS[kind][column] ?? [])
  return found
}

/** Which kind of file it is: the one of whose needed columns more are there; both alike are customers. */
export function guessKind(headers: readonly string[]): FileKind {
  const share = (kind: FileKind) => {
    const found = guessColumns(headers, kind)
    const { required } = FILE_COLUMNS[kind]
    return required.filter((column) => column in found).length / required.length
  }
  const orders = guessColumns(headers, 'orders')
  const hasBothNumbers = 'external_id' in orders && 'customer_external_id' in orders
  const isOrders = hasBothNumbers && ('amount' in orders || ORDER_WORDS.has(plainWord(orders.external_id ?? '')))
  return isOrders || share('orders') > share('customers') ? 'orders' : 'customers'
}

/** A header as it is compared: without accents, marks and case. */
function plainWord(header: string): string {
  const letters = header.trim().replace(/ä/gi, 'a').normalize('NFD').replace(/\p{M}/gu, '')
  return normaliseWord(
    letters
      .replace(/ß/g, 'ss')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
}

function words(list: string): readonly string[] {
  return list.split(' ')
}
