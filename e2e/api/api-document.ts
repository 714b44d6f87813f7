import { Ajv2020 } from 'ajv/dist/2020.js'

export type DocumentedOperation = {
  method: string
  path: string
  'x-least-role'?: string
  parameters: { name: string; in: string }[]
  responses: Record<string, { content: Record<string, { schema: object }> }>
}

type Served = { paths: Record<string, Record<string, Omit<DocumentedOperation, 'method' | 'path'>>> }

/** The document that the application serves, as a program reads it that knows nothing else. */
export class ApiDocument {
  readonly operations: DocumentedOperation[]
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })

  constructor(private readonly served: Served) {
    this.ajv.addSchema(served, 'document')
    this.operations = Object.entries(served.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, ...operation })),
    )
  }

  /** What is wrong with an answer by what the document says of its operation and status; empty where nothing is. */
  async problemsOf(method: string, path: string, response: Response): Promise<string[]> {
    const documented = this.served.paths[path]?.[method.toLowerCase()]?.responses[response.status]
    if (!documented) return [`${response.status} is not documented: ${await response.text()}`]
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';')
    const content = documented.content[type]
    if (!content) return [`${type} is not documented`]
    if (type !== 'application/json') return []
    const validate = this.ajv.compile(absolute(content.schema))
    validate(await response.json())
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}

/** A reference inside the document, seen from outside it. */
function absolute(schema: { $ref?: string }): object {
  return schema.$ref ? { $ref: `document${schema.$ref}` } : schema
}
