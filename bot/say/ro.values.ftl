# Valori, perioade și părți ale unui raport: cum se spun și de ce nu sunt primite.
