import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const here = import.meta.dirname;
const filters = { externalTables: [], externalEnums: [] };
let ready: Promise<typeof SchemaEngine> | undefined;

/**
 * Prisma's schema engine as WebAssembly: the binary that `prisma migrate` wants cannot be downloaded everywhere. The package's own
 * entry imports the .wasm file as a module, which Node does not do without a flag, so it is instantiated here.
 */
async function loadEngine(): Promise<typeof SchemaEngine> {
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = await readFile(join(dirname(file), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings as never });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings.SchemaEngine;
}

async function schema(): Promise<SchemasContainer> {
  return { files: [{ path: 'schema.prisma', content: await readFile(join(here, 'schema.prisma'), 'utf8') }] };
}

async function migrations(): Promise<MigrationList> {
  const baseDir = join(here, 'migrations');
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  };
}

const CHARACTERS = ['constraint_type', 'confdeltype', 'confupdtype'];

/**
 * Prisma's adapter with two things put right for the schema engine. A script is sent whole, as one simple query: the adapter cuts it at
 * each semicolon, function bodies included, and whole it is one transaction besides. And the adapter refuses "char", the
 * type of three columns of pg_constraint: they are read as text and handed on as characters.
 */
class EnginePg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    adapter.queryRaw = async (query) => {
      const sql = query.sql
        .replace('constr.contype AS constraint_type', 'constr.contype::text AS constraint_type')
        .replace(/\bcon\.(confdeltype|confupdtype)\b/g, 'con.$1::text AS $1');
      const result = await queryRaw({ ...query, sql });
      const columnTypes = result.columnTypes.map((type, at) =>
        CHARACTERS.includes(result.columnNames[at] ?? '') ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
}

async function withEngine<T>(databaseUrl: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  ready ??= loadEngine();
  const Engine = await ready;
  // One connection, closed at the end: the engine takes an advisory lock for its session and never gives it back.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new EnginePg(pool));
  const { files } = await schema();
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  const engine = await Engine.new({ datamodels }, () => {}, adapter);
  try {
    return await use(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** Applies what prisma/migrations has and `_prisma_migrations` does not. @returns the names of those applied */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const migrationsList = await migrations();
  const { appliedMigrationNames } = await withEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  );
  return appliedMigrationNames;
}

/** The SQL of a migration that would bring the database to schema.prisma; empty when they agree. */
export async function difference(databaseUrl: string): Promise<string> {
  const to = { tag: 'schemaDatamodel' as const, ...(await schema()) };
  const from = { ...to, tag: 'schemaDatasource' as const, configDir: here };
  const { stdout } = await withEngine(databaseUrl, (engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters }),
  );
  return (stdout ?? '').replace(/^--.*$/gm, '').trim();
}
