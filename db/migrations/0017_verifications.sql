CREATE TABLE "verifications" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "verifications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"looked" text NOT NULL,
	"misfit" text,
	"seal" text
);
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on verifications for each row
  execute function check_seal('started_at:ms', 'ended_at:ms', 'looked', 'misfit');
