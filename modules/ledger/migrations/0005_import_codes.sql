-- What all tables share is said by the codes of all tables; a fault of the row as a whole has no column.
update ledger_import_error set column_name = '' where column_name = 'line';
update ledger_import_error set code = case code
    when 'ledger.cell_no_date' then 'csv.no_day'
    when 'ledger.cell_no_number' then 'csv.no_number'
    when 'ledger.cell_unknown' then 'core.unknown_value'
    when 'ledger.cell_too_long' then 'core.invalid'
    when 'ledger.too_many_cells' then 'csv.too_many_cells'
    else code end;
