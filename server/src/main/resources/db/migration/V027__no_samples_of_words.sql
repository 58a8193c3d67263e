-- PostgreSQL keeps samples of what columns hold, for planning. No statement looks for these values,
-- and the samples would outlive what is erased.
alter table message
    alter column text set statistics 0,
    alter column content set statistics 0,
    alter column edits set statistics 0;
alter table conversation alter column preview set statistics 0;
alter table envelope alter column payload set statistics 0;
alter table dead_letter
    alter column body set statistics 0,
    alter column detail set statistics 0;
alter table customer
    alter column name set statistics 0,
    alter column picture set statistics 0;
alter table attachment
    alter column source_url set statistics 0,
    alter column title set statistics 0,
    alter column name set statistics 0;
