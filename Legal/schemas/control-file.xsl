<?xml version="1.0" encoding="UTF-8"?>
<!-- The yearly control file: the relations between its fields. Each broken rule gives a line, the rule's number in
     Skatteverket's list of fields and the record's number in field 570; nothing is written for a sound file. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:k="urn:trygghetsregister:forslag:kontrolluppgift:1">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:key name="record" match="k:KUTA"
    use="concat(k:InkomsttagareKUTA/k:Inkomsttagare, '|', k:InkomsttagareKUTA/k:Fodelsetid, '|', k:Specifikationsnummer)"/>

  <xsl:template match="/">
    <xsl:apply-templates select="k:Skatteverket/k:Blankett"/>
  </xsl:template>

  <xsl:template match="k:Blankett">
    <xsl:variable name="period" select="k:Arendeinformation/k:Period"/>
    <xsl:apply-templates select="k:Blankettinnehall/k:KUTA">
      <xsl:with-param name="period" select="$period"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="k:KUTA">
    <xsl:param name="period"/>
    <xsl:variable name="filer" select="k:UppgiftslamnareKUTA"/>
    <xsl:variable name="person" select="k:InkomsttagareKUTA"/>
    <xsl:variable name="number" select="$person/k:Inkomsttagare"/>
    <xsl:variable name="coordination" select="$number and substring($number, 7, 2) &gt; 60"/>
    <xsl:variable name="address"
      select="$person/k:Gatuadress | $person/k:Postnummer | $person/k:Postort | $person/k:LandskodPostort"/>

    <xsl:if test="$filer/k:UppgiftslamnarId = $number">
      <xsl:call-template name="broken"><xsl:with-param name="rule">053</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="not($number or $person/k:Fodelsetid)">
      <xsl:call-template name="broken"><xsl:with-param name="rule">056</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="$number and $person/k:Fodelsetid">
      <xsl:call-template name="broken"><xsl:with-param name="rule">063</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="k:Inkomstar != $period">
      <xsl:call-template name="broken"><xsl:with-param name="rule">1004</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$filer/k:UppgiftslamnarId | $number">
      <!-- The check digit by Luhn: every other digit doubled, and its own digits added. -->
      <xsl:if test="(2 * substring(., 3, 1) - 9 * (substring(., 3, 1) &gt; 4) + substring(., 4, 1)
        + 2 * substring(., 5, 1) - 9 * (substring(., 5, 1) &gt; 4) + substring(., 6, 1)
        + 2 * substring(., 7, 1) - 9 * (substring(., 7, 1) &gt; 4) + substring(., 8, 1)
        + 2 * substring(., 9, 1) - 9 * (substring(., 9, 1) &gt; 4) + substring(., 10, 1)
        + 2 * substring(., 11, 1) - 9 * (substring(., 11, 1) &gt; 4) + substring(., 12, 1)) mod 10 != 0">
        <xsl:for-each select="ancestor::k:KUTA">
          <xsl:call-template name="broken"><xsl:with-param name="rule">1002</xsl:with-param></xsl:call-template>
        </xsl:for-each>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="count(key('record', concat($number, '|', $person/k:Fodelsetid, '|', k:Specifikationsnummer))) &gt; 1">
      <xsl:call-template name="broken"><xsl:with-param name="rule">570</xsl:with-param></xsl:call-template>
    </xsl:if>

    <xsl:choose>
      <xsl:when test="k:Borttag">
        <xsl:if test="k:Belopp or $filer/k:NamnUppgiftslamnare
          or $person/*[not(self::k:Inkomsttagare or self::k:Fodelsetid)]">
          <xsl:call-template name="broken"><xsl:with-param name="rule">055</xsl:with-param></xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="not(k:Belopp)">
          <xsl:call-template name="broken"><xsl:with-param name="rule">096</xsl:with-param></xsl:call-template>
        </xsl:if>
        <xsl:if test="$person/k:Fodelsetid and not($number)">
          <xsl:call-template name="named">
            <xsl:with-param name="given">057</xsl:with-param><xsl:with-param name="family">058</xsl:with-param>
            <xsl:with-param name="street">059</xsl:with-param><xsl:with-param name="postcode">060</xsl:with-param>
            <xsl:with-param name="city">061</xsl:with-param>
            <xsl:with-param name="person" select="$person"/><xsl:with-param name="address" select="$address"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="$coordination">
          <xsl:call-template name="named">
            <xsl:with-param name="given">142</xsl:with-param><xsl:with-param name="family">143</xsl:with-param>
            <xsl:with-param name="street">144</xsl:with-param><xsl:with-param name="postcode">145</xsl:with-param>
            <xsl:with-param name="city">146</xsl:with-param>
            <xsl:with-param name="person" select="$person"/><xsl:with-param name="address" select="$address"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Name and address. A person with protected data has no address at all, which this file alone cannot tell from one
       that was forgotten; that difference is judged where the record is written. -->
  <xsl:template name="named">
    <xsl:param name="given"/><xsl:param name="family"/>
    <xsl:param name="street"/><xsl:param name="postcode"/><xsl:param name="city"/>
    <xsl:param name="person"/><xsl:param name="address"/>
    <xsl:if test="not($person/k:Fornamn)">
      <xsl:call-template name="broken"><xsl:with-param name="rule" select="$given"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="not($person/k:Efternamn)">
      <xsl:call-template name="broken"><xsl:with-param name="rule" select="$family"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="$address and not($person/k:Gatuadress)">
      <xsl:call-template name="broken"><xsl:with-param name="rule" select="$street"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="$address and not($person/k:Postnummer)">
      <xsl:call-template name="broken"><xsl:with-param name="rule" select="$postcode"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="$address and not($person/k:Postort)">
      <xsl:call-template name="broken"><xsl:with-param name="rule" select="$city"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="broken">
    <xsl:param name="rule"/>
    <xsl:value-of select="concat($rule, ' ', k:Specifikationsnummer, '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
