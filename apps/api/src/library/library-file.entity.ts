import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reference file as it was last loaded at a start: what it says beside its records, and a fingerprint. */
@Entity({ name: 'library_file', schema: 'app' })
export class LibraryFile {
  @PrimaryColumn({ type: 'text' }) name!: string;
  @Column({ type: 'jsonb' }) head!: Record<string, unknown>;
  @Column({ type: 'text' }) fingerprint!: string;
  @Column({ type: 'timestamptz', name: 'imported_at' }) importedAt!: Date;
}
