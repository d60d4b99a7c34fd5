import type { APIRequestContext, APIResponse } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { test as base, expect } from './fixtures';
import { HOUR } from './times';

type Schema = Record<string, unknown>;
interface Media {
  schema: Schema;
}
export interface Operation {
  summary: string;
  parameters?: { in: string; name: string; schema: Schema; required?: boolean }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<
    string,
    {
      description: string;
      headers?: Record<string, { schema: Schema; required?: boolean }>;
      content?: Record<string, Media>;
    }
  >;
}
export interface ApiDocument {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** A test that has the document which the application under test gives out. */
export const test = base.extend<object, { document: ApiDocument }>({
  document: [
    async ({ stack }, use) => use(await (await fetch(`${stack.baseUrl}/api/openapi.json`)).json()),
    { scope: 'worker' },
  ],
});

/** An id that nothing has. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';
/** A start on a full hour, as the hours of a test's doctor make them. */
export const slot = (hours = 24) => new Date(Math.ceil(Date.now() / HOUR + hours) * HOUR);
export const iso = (hours?: number) => slot(hours).toISOString();

const FORMATS: Record<string, (text: string) => boolean> = {
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  'date-time': (text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  uri: URL.canParse,
};

/** A validator that knows the document, and refuses a schema which it does not understand. */
export function validatorOf(document: ApiDocument) {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  for (const [name, validate] of Object.entries(FORMATS)) ajv.addFormat(name, validate);
  ajv.addVocabulary(Object.keys(document));
  ajv.addSchema({ ...document, $id: 'api' });
  const inside = (...path: string[]) =>
    ajv.compile({
      $ref: `api#/${path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`,
    });
  return { ajv, inside };
}

interface Call {
  request: APIRequestContext;
  id?: string;
  query?: Record<string, string>;
  data?: unknown;
  headers?: Record<string, string>;
}

/** The answers that one operation may give, as "200" or "409 slot_taken". */
export function outcomesOf({ responses }: Operation): string[] {
  return Object.entries(responses).flatMap(([status, { content }]) => {
    const problem = content?.['application/problem+json']?.schema.properties as
      | { code: { enum: string[] } }
      | undefined;
    return problem ? problem.code.enum.map((code) => `${status} ${code}`) : [status];
  });
}

/** Calls one operation and holds each answer against the document; remembers which outcomes were seen. */
export function operationCheck(document: ApiDocument, name: string) {
  const [method = '', path = ''] = name.split(' ');
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${name} is not in the document`);
  const { ajv, inside } = validatorOf(document);
  const seen = new Set<string>();

  // A body that is too large is refused whoever calls, and before anything is read of it: the first call tries it.
  let tryTooLarge = '413' in operation.responses;

  async function call(one: Call): Promise<APIResponse> {
    if (tryTooLarge) {
      tryTooLarge = false;
      await call({ ...one, data: { reason: 'x'.repeat(100_000) } });
    }
    return check(one);
  }

  async function check({ request, id = '', query, ...options }: Call): Promise<APIResponse> {
    const answer = await request.fetch(path.replace(/\{\w+\}/, id), { method, params: query, ...options });
    const status = String(answer.status());
    const [type = ''] = (answer.headers()['content-type'] ?? '').split(';');
    const response = operation?.responses[status];
    const media = response?.content?.[type];
    const text = await answer.text();
    expect(media, `${name} answers ${status} as ${type}, which is not in the document: ${text}`).toBeDefined();
    const value = type.endsWith('json') ? JSON.parse(text) : text;
    const valid = inside('paths', path, method.toLowerCase(), 'responses', status, 'content', type, 'schema');
    expect(valid(value), `${name}, ${status}: ${ajv.errorsText(valid.errors)} in ${text}`).toBe(true);
    for (const header of Object.keys(response?.headers ?? {})) expect(answer.headers()).toHaveProperty(header);
    seen.add(type === 'application/problem+json' ? `${status} ${value.code}` : status);
    return answer;
  }

  /** Expects that every outcome of the document was seen, but for those that only another test can bring about. */
  const expectAllSeen = (...elsewhere: string[]) =>
    expect([...seen, ...elsewhere].sort()).toEqual(outcomesOf(operation).sort());
  return { call, expectAllSeen };
}
