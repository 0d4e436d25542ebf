/** Why the store cannot work. Stable: the CLI and tests tell cases apart by it. */
export type StoreErrorCode =
  | 'folder_unwritable'
  | 'folder_foreign'
  | 'folder_unreachable'
  | 'disk_full'
  | 'other_major_version'
  | 'no_binary'
  | 'start_failed'
  | 'stop_failed'
  | 'bad_url'
  | 'unreachable'
  | 'access_denied'
  | 'no_database'
  | 'server_too_old'
  | 'database_newer'
  | 'migration_changed'
  | 'backup_unusable'
  | 'not_empty';

/**
 * Something that the person who runs Sanad has to mend: the message is one sentence with the remedy, to be
 * printed as it is. Everything else that the store throws is a bug.
 */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** The `code` of a system or PostgreSQL error (`ENOSPC`, `53100`), where there is one. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** SQLSTATE classes of bad data and of a limit of the server: about this input, not about the database. */
export function isRefusedData(cause: unknown): boolean {
  return /^(22|54)/.test(errorCode(cause) ?? '');
}
