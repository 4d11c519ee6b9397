# Conversația în care se raportează.
