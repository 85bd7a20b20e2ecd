-- Deletes changes that carry the transaction of another server: those of a database that was restored from a dump.
--
-- →  nothing
--
-- What this statement sees has happened by its snapshot; a number that the snapshot does not know is not of this server,
-- and would look new forever.
delete from graph_change where not pg_visible_in_snapshot(xact, pg_current_snapshot())
